import type { Output } from '../../../shared/contract/routes.ts';
import type { SnapshotReason } from '../../store/backup/rotation.ts';
import type { HandlerContext } from '../context.ts';

/** Why a snapshot was taken, for the person. */
export const REASONS: Record<SnapshotReason, string> = {
  idle: '有改动后自动留存',
  closing: '关闭软件时留存',
  'before-migration': '升级前留存',
  'before-import': '批量导入前留存',
  'before-removal': '移除样例前留存',
  'before-restore': '还原前留存',
  'before-merge': '并入交换包前留存',
  rescued: '出错时抢救',
};

export function listSnapshots(
  home: HandlerContext['home'],
): Output<'library.listSnapshots'>['snapshots'] {
  return home
    .listSnapshots()
    .map((snapshot) => ({ ...snapshot, reason: REASONS[snapshot.reason] }));
}
