import { statfsSync, statSync } from 'node:fs';
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { LibraryHome } from './libraryHome.ts';
import { LIBRARY_FILE, NEWEST_VERSION } from './openLibrary.ts';
import type { OperationLog } from './operationLog.ts';

const MEGABYTE = 2 ** 20;

/**
 * What somebody who is asked for help needs to know, as text that the person can read before giving it
 * away: counts, sizes, codes and times. Nothing in it tells what any report or note says, or is called.
 */
export function describeForHelp(
  home: LibraryHome,
  log: OperationLog,
  { folder, appVersion, now }: { folder: string; appVersion: string; now: string },
): string {
  return [
    '镇鉴诊断信息',
    '只有数量、大小、时间和代码；没有报告、批注的文字，没有题名和文件名。请看过后再交给他人。',
    '',
    `时间 ${now}`,
    `镇鉴${appVersion && ` ${appVersion}`}，资料库格式 ${NEWEST_VERSION}`,
    `系统 ${platform()} ${release()} ${arch()}，内存 ${Math.round(totalmem() / MEGABYTE)} MB`,
    `运行环境 Node ${process.versions.node}${describeHost()}`,
    '',
    ...describeLibrary(home),
    ...describeFiles(folder),
    '',
    '操作记录（何时、何事、用时、代码）',
    log.read().trimEnd(),
    '',
  ].join('\n');
}

function describeHost(): string {
  const { electron, chrome } = process.versions;
  return electron === undefined ? '' : ` Electron ${electron} Chromium ${chrome}`;
}

function describeLibrary(home: LibraryHome): string[] {
  const snapshots = home
    .listSnapshots()
    .map(
      ({ sequence, takenAt, reason, reportCount, annotationCount, size }) =>
        `  ${sequence} ${takenAt} ${reason} ${reportCount} 篇 ${annotationCount} 条 ${size} 字节`,
    );
  return [
    home.trouble === null ? '资料库已打开' : `资料库没有打开：${home.trouble.code}`,
    ...(home.trouble === null ? [describeContents(home)] : []),
    `快照 ${snapshots.length} 份`,
    ...snapshots,
  ];
}

function describeContents(home: LibraryHome): string {
  const { sound, problems, changedTexts, reportCount, annotationCount, indexedReports } =
    home.verify();
  const second = home.secondFolder;
  return [
    `${reportCount} 篇资料，${annotationCount} 条批注，索引 ${indexedReports} 篇`,
    `查验${sound ? '完好' : `发现问题 ${problems + changedTexts.length} 处`}`,
    `另存位置${second === null ? '未设' : second.problem === null ? '已设' : '已设，上次没有写成'}`,
  ].join('，');
}

function describeFiles(folder: string): string[] {
  const sizeOf = (name: string) => {
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    return size === undefined ? '不在' : ` ${size} 字节`;
  };
  return [
    `资料库文件${sizeOf(LIBRARY_FILE)}，预写日志${sizeOf(`${LIBRARY_FILE}-wal`)}`,
    `磁盘剩余 ${freeMegabytes(folder)} MB`,
  ];
}

function freeMegabytes(folder: string): number | string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.round((bavail * bsize) / MEGABYTE);
  } catch {
    return '不详';
  }
}
