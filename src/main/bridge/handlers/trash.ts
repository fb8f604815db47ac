import type { trashRoutes } from '../../../shared/contract/routes/trash.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';
import { REASONS } from './snapshotList.ts';

export const trashHandlers: Handlers<HandlerContext, keyof typeof trashRoutes> = {
  'trash.list': async ({ home }) => home.listTrash(),
  'trash.copies': async ({ home }, choice) => ({
    copies: home.findCopies(choice).map((copy) => ({
      ...copy,
      reason: copy.reason === null ? '还原时另存' : REASONS[copy.reason],
    })),
  }),
  'trash.deleteForGood': async ({ home, emit }, { copies, ...choice }) => {
    try {
      return home.deleteForGood(choice, copies);
    } finally {
      // Also where it was stopped half way.
      emit({ type: 'library.changed' });
    }
  },
};
