import { usePreferences } from '../preferences/preferences.tsx';
import { figure } from '../report/labels.ts';
import './shell.css';

export interface LibraryCounts {
  reportCount: number;
  characterCount: number;
  annotationCount: number;
}

/** What holds everywhere: offline, how much there is, and how punctuation is shown. */
export function StatusBar({ counts }: { counts: LibraryCounts | undefined }) {
  const { settings, change } = usePreferences();
  const standard = settings.standardPunctuation;
  return (
    <footer className="status-bar">
      <span className="status-offline">离线使用</span>
      {counts && (
        <span className="num">
          共 {figure(counts.reportCount)} 篇 {figure(counts.characterCount)} 字
          {counts.annotationCount > 0 && `，批注 ${figure(counts.annotationCount)} 条`}
        </span>
      )}
      <button
        type="button"
        className="status-punctuation"
        aria-pressed={standard}
        onClick={() => change({ standardPunctuation: !standard })}
      >
        {standard ? '标点按规范显示，原文一字未动' : '标点照原文显示'}
      </button>
    </footer>
  );
}
