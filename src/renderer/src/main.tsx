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
import { ToastProvider } from './ui/Toasts.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void firstAnswers.then(() => {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <ToastProvider>
          <PreferencesProvider>
            <NavigationProvider start={{ view: 'library' }}>
              <RescueGate>
                <App />
              </RescueGate>
            </NavigationProvider>
          </PreferencesProvider>
        </ToastProvider>
      </CSPProvider>
    </StrictMode>,
  );
  requestIdleCallback(forgetEarly);
});
