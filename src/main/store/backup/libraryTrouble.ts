import { RequestFailure } from '../../../shared/contract/failure.ts';

/** What can be wrong with a library's file, or with the place it stands in. */
export type LibraryTrouble =
  | 'damaged'
  | 'emptied'
  | 'foreign-file'
  | 'newer-library'
  | 'library-in-use'
  | 'read-only'
  | 'vanished'
  | 'log-lost'
  | 'disk-full'
  | 'disk-failing';

/** Each says what happened, what is safe, and what to do next. */
const SENTENCES: Record<LibraryTrouble, string> = {
  damaged:
    '资料库文件已损坏，没有再往里写。此前的快照和备份都在，请选一个还原；损坏的文件会另存，不会删除。',
  emptied: '资料库文件成了空文件，没有再往里写。此前的快照和备份都在，请选一个还原。',
  'foreign-file': '这个文件不是镇鉴资料库，没有改动它。请另选一个，或新建资料库。',
  'newer-library': '这个文件由更新版本的镇鉴写成，没有改动它，内容都在。请安装新版本后再打开。',
  'library-in-use': '资料库正被另一个程序占用，没有改动，内容都在。请关闭那个程序后再试。',
  'read-only': '资料库所在位置不允许写入，没有改动，内容都在。请解除只读后再试。',
  vanished:
    '资料库文件不见了，可能被移动或删除。快照和备份都在，请把文件放回原处再试，或选一个快照还原。',
  'log-lost':
    '资料库缺少最后几步改动：上次没有正常关闭，预写日志（library.zhenjian-wal）又不见了。文件本身没有改动。把它放回原处再试，可一步不少；也可选一个快照还原，或照现在的样子打开。',
  'disk-full': '磁盘已满，这一步没有完成；已保存的内容都在。请腾出空间后再试。',
  'disk-failing': '磁盘读写出错，这一步没有完成。请检查硬盘或U盘是否接好，再重试；快照和备份都在。',
};

const BY_CODE: readonly (readonly [pattern: RegExp, trouble: LibraryTrouble])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/u, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED)/u, 'library-in-use'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EROFS$|EACCES$|EPERM$)/u, 'read-only'],
  // The log's own index could not grow: there is no room for it.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC$|EDQUOT$|EFBIG$)/u, 'disk-full'],
  [/^(SQLITE_IOERR|EIO$)/u, 'disk-failing'],
  [/^ENOENT$/u, 'vanished'],
];

/** A library's file cannot be used, or not for what was asked. The message is fit to be shown. */
export class LibraryFileError extends RequestFailure {
  declare readonly code: LibraryTrouble;

  constructor(code: LibraryTrouble, message: string = SENTENCES[code]) {
    super(code, message);
    this.name = 'LibraryFileError';
  }
}

/** An error of SQLite or of the file system as the person should read it; undefined for any other. */
export function explainFileError(error: unknown): LibraryFileError | undefined {
  if (error instanceof LibraryFileError) return error;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const trouble = BY_CODE.find(([pattern]) => pattern.test(code))?.[1];
  return trouble && new LibraryFileError(trouble);
}
