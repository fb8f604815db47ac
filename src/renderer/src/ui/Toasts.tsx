import { Toast } from '@base-ui/react/toast';
import { type ReactNode, useMemo } from 'react';
import { CloseIcon } from './icons.tsx';
import './toasts.css';

const SHOWN_MS = 8000;

export interface ToastAction {
  label: string;
  run: () => void;
}

/** Says what was done and offers the way back. Failures stay until closed. */
export function useToast() {
  const manager = Toast.useToastManager();
  return useMemo(() => {
    const show = (type: 'done' | 'notice' | 'failure', text: string, action?: ToastAction) => {
      const id = manager.add({
        description: text,
        type,
        timeout: type === 'failure' ? 0 : SHOWN_MS,
        priority: type === 'failure' ? 'high' : 'low',
        actionProps: action && {
          children: action.label,
          onClick: () => {
            manager.close(id);
            action.run();
          },
        },
      });
    };
    return {
      done: (text: string, action?: ToastAction) => show('done', text, action),
      notice: (text: string, action?: ToastAction) => show('notice', text, action),
      fail: (text: string, action?: ToastAction) => show('failure', text, action),
    };
  }, [manager.add, manager.close]);
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
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

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={3} timeout={SHOWN_MS}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toast-viewport" aria-label="提示">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
