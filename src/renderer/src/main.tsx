import './firstQuestions.ts';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './App.tsx';
import { NavigationProvider } from './navigation/navigation.tsx';
import { PreferencesProvider } from './preferences/preferences.tsx';
import { RescueGate } from './rescue/RescueGate.tsx';
import { ToastProvider } from './ui/Toasts.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

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
