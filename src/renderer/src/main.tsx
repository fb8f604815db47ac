import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstAnswers } from './firstQuestions.ts';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './App.tsx';
import { forgetEarly } from './bridge/request.ts';
import { NavigationProvider } from './navigation/navigation.tsx';
import { PreferencesProvider } from './preferences/preferences.tsx';
import { RescueGate } from './rescue/RescueGate.tsx';
import { fetched } from './ui/fetched.tsx';
import { Toasts } from './ui/Toasts.tsx';

const TooltipLayer = fetched(async () => (await import('./ui/TooltipLayer.tsx')).TooltipLayer, {
  wanted: () => false,
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void firstAnswers.then(() => {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <PreferencesProvider>
          <NavigationProvider start={{ view: 'library' }}>
            <RescueGate>
              <App />
            </RescueGate>
          </NavigationProvider>
        </PreferencesProvider>
        <Toasts />
        <TooltipLayer />
      </CSPProvider>
    </StrictMode>,
  );
  requestIdleCallback(forgetEarly);
});
