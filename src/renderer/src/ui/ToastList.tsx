import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { CloseIcon } from './icons.tsx';
import { onSaid, SHOWN_MS } from './said.ts';
import './toasts.css';

function Toasts() {
  const { toasts, add, close } = Toast.useToastManager();
  useEffect(
    () =>
      onSaid(({ kind, text, action }) => {
        const id = add({
          description: text,
          type: kind,
          timeout: kind === 'failure' ? 0 : SHOWN_MS,
          priority: kind === 'failure' ? 'high' : 'low',
          actionProps: action && {
            children: action.label,
            onClick: () => {
              close(id);
              action.run();
            },
          },
        });
      }),
    [add, close],
  );
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="toast"
      aria-label="提示"
      swipeDirection={[]}
    >
      <Toast.Content className="toast-content">
        <Toast.Description className="toast-text" />
        <Toast.Action className="link-button toast-action" />
        <Toast.Close className="icon-button" aria-label="关闭提示">
          <CloseIcon size={14} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** What was said last, at the lower right. Failures stay until closed. */
export function ToastList() {
  return (
    <Toast.Provider limit={3} timeout={SHOWN_MS}>
      <Toast.Portal>
        <Toast.Viewport className="toast-viewport" aria-label="提示">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
