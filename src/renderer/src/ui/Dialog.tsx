import { fetched } from './fetched.tsx';

const wanted = ({ open }: { open: boolean }) => open;

export const Dialog = fetched(async () => (await import('./DialogWindow.tsx')).DialogWindow, {
  wanted,
});

export const ConfirmDialog = fetched(
  async () => (await import('./DialogWindow.tsx')).ConfirmWindow,
  {
    wanted,
  },
);
