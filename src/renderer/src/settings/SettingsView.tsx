import { ExchangeSettings } from '../exchange/ExchangeSettings.tsx';
import { type Settings, usePreferences } from '../preferences/preferences.tsx';
import { Segmented, Switch } from '../ui/Choices.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { CategorySettings } from './CategorySettings.tsx';
import { Diagnosis } from './Diagnosis.tsx';
import { KeptField } from './KeptField.tsx';
import { Safekeeping } from './Safekeeping.tsx';
import { SearchSettings } from './SearchSettings.tsx';
import './settings.css';

const THEMES: { value: Settings['theme']; label: string }[] = [
  { value: 'system', label: '随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
];

/** The few things a person sets once. Every change is kept at once. */
export function SettingsView() {
  const { settings, change } = usePreferences();
  return (
    <main className="split">
      <Toolbar title="设置" note="改动即时保存" />
      <div className="settings scroll">
        <section>
          <h2>署名</h2>
          <KeptField
            label="署名"
            hint="写在您的批注和简报上。"
            maxLength={40}
            kept={settings.author}
            onKeep={(author) => change({ author })}
          />
        </section>
        <section>
          <h2>显示</h2>
          <div className="settings-line">
            <span>颜色</span>
            <Segmented
              name="颜色"
              value={settings.theme}
              choices={THEMES}
              onChange={(theme) => change({ theme })}
            />
          </div>
          <div className="settings-line">
            <Switch
              label="标点按规范显示"
              checked={settings.standardPunctuation}
              onChange={(standardPunctuation) => change({ standardPunctuation })}
            />
          </div>
          <p className="quiet">只改显示，存下的原文一字不动；关上即照原文显示半角标点。</p>
        </section>
        <CategorySettings />
        <SearchSettings />
        <Safekeeping />
        <ExchangeSettings />
        <Diagnosis />
        <section>
          <h2>资料</h2>
          <p className="quiet">资料只存在这台电脑上，全程不联网。</p>
        </section>
      </div>
    </main>
  );
}
