import { createContext, type ReactNode, use, useCallback, useEffect, useMemo } from 'react';
import type { Settings } from '../../../shared/contract/routes/settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/defaultSettings.ts';
import { displayPunctuation } from '../../../shared/text/display.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { PanelWidthsContext } from '../ui/panelWidths.ts';
import { useToast } from '../ui/Toasts.tsx';

export type { Settings };

interface Preferences {
  settings: Settings;
  change: (part: Partial<Settings>) => Promise<void>;
}

const PreferencesContext = createContext<Preferences>({
  settings: DEFAULT_SETTINGS,
  change: async () => {},
});

/** The person's settings, and the theme drawn from them. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const toast = useToast();
  const { value, refresh } = useRequest('settings.get', {});
  const { run } = useMutation('settings.set', toast.fail);
  const settings = value ?? DEFAULT_SETTINGS;

  const { theme } = settings;
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [theme]);

  const change = useCallback(
    async (part: Partial<Settings>) => {
      await run(part);
      refresh();
    },
    [run, refresh],
  );
  const preferences = useMemo(() => ({ settings, change }), [settings, change]);
  const { panelWidths } = settings;
  const widths = useMemo(
    () => ({
      known: panelWidths,
      keep: (id: string, width: number) =>
        void change({ panelWidths: { ...panelWidths, [id]: width } }),
    }),
    [panelWidths, change],
  );
  return (
    <PreferencesContext value={preferences}>
      <PanelWidthsContext value={widths}>{children}</PanelWidthsContext>
    </PreferencesContext>
  );
}

export function usePreferences(): Preferences {
  return use(PreferencesContext);
}

/**
 * How original text is shown: with standard full-width punctuation, or as it stands, by the
 * person's switch. The length never changes, so offsets into the original hold for what is shown.
 */
export function useDisplayText(): (text: string) => string {
  const { standardPunctuation } = usePreferences().settings;
  return useCallback(
    (text: string) => (standardPunctuation ? displayPunctuation(text) : text),
    [standardPunctuation],
  );
}
