import { explainFileError, LibraryFileError, type LibraryTrouble } from './libraryTrouble.ts';

type Sentences = Partial<Record<LibraryTrouble, string>>;

const NOT_WRITTEN: Sentences = {
  'disk-full': '磁盘已满，备份没有写出，资料库未受影响。请腾出空间或换一个位置。',
  'read-only': '所选位置不允许写入，备份没有写出，资料库未受影响。请换一个位置。',
  vanished: '所选文件夹不存在，备份没有写出，资料库未受影响。请换一个位置。',
  'disk-failing': '所选磁盘读写出错，备份没有写出，资料库未受影响。请换一个位置。',
};

const NOT_RESTORED: Sentences = {
  damaged: '这个备份已损坏，没有还原，现有资料没有改动。请另选一个备份或快照。',
  emptied: '这个备份是空文件，没有还原，现有资料没有改动。请另选一个备份或快照。',
  'foreign-file': '这个文件不是镇鉴的备份，没有还原，现有资料没有改动。请另选一个。',
  'newer-library': '这个备份由更新版本的镇鉴写成，没有还原，现有资料没有改动。请先安装新版本。',
  vanished: '没有找到这个备份文件，没有还原，现有资料没有改动。请另选一个。',
  'read-only': '没有读取备份或写入资料库文件夹的权限，没有还原，现有资料没有改动。',
  'disk-full': '磁盘已满，没有还原，现有资料没有改动。请腾出空间后再试。',
};

/** Runs a step of writing a backup; what goes wrong is said of the backup, not of the library. */
export function writingBackup<T>(step: () => T): T {
  return saying(NOT_WRITTEN, step);
}

/** Runs a step of reading a backup; what goes wrong is said of the backup, not of the library. */
export function readingBackup<T>(step: () => T): T {
  return saying(NOT_RESTORED, step);
}

function saying<T>(sentences: Sentences, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const failure = explainFileError(error);
    if (failure === undefined) throw error;
    throw new LibraryFileError(failure.code, sentences[failure.code]);
  }
}
