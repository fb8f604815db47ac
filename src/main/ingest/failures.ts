/**
 * Everything that can keep a file out of the library, and the sentence that says so. The only place
 * where reading failures are worded.
 *
 * Every sentence answers four questions in order: which file, what happened, what is safe, what to do.
 */

export type FailureCode =
  | 'empty-file'
  | 'no-body'
  | 'binary-file'
  | 'unknown-encoding'
  | 'suspected-mojibake'
  | 'too-large'
  | 'encrypted-document'
  | 'damaged-document'
  | 'unsafe-document'
  | 'compression-bomb'
  | 'scanned-document'
  | 'unmapped-text'
  | 'wps-format'
  | 'archive-file'
  | 'unsupported-format'
  | 'link-not-followed'
  | 'missing-file'
  | 'no-permission'
  | 'file-in-use'
  | 'unreadable-file'
  | 'too-many-files'
  | 'time-limit'
  | 'memory-limit'
  | 'reader-stopped'
  | 'cancelled';

/** Why one file was not read. `message` is a whole Chinese sentence, ready to be shown. */
export interface IngestFailure {
  code: FailureCode;
  message: string;
}

interface Wording {
  /** What happened, continuing “文件名”. `detail` is a short Chinese clause of the caller. */
  happened: (detail: string) => string;
  /** What the person can do now. */
  advice: string;
}

const SAVE_AS_DOCX = '请用 WPS 或 Word 打开它，另存为 docx 后再导入';

const WORDINGS: Record<FailureCode, Wording> = {
  'empty-file': {
    happened: () => '是空文件（0 字节），没有正文',
    advice: '请确认选对了文件，或向提供者重新索取',
  },
  'no-body': {
    happened: (detail) => detail || '里没有正文',
    advice: '请打开原文件核对；也可以把正文复制后用“粘贴导入”',
  },
  'binary-file': {
    happened: () => '不是文字文件（内容是程序或数据）',
    advice: '请选择 txt、html、docx、doc、pdf 或 ofd 格式的报告',
  },
  'unknown-encoding': {
    happened: () => '的文字编码认不出来，不是 UTF-8、GB18030（GBK）或 UTF-16',
    advice: '请用记事本打开它，另存为 UTF-8 编码后再导入',
  },
  'suspected-mojibake': {
    happened: (detail) => `疑似乱码${detail}，文字在以前的一次保存中已被读错`,
    advice: '请找转码之前的原文件；若它在别的软件里显示正常，请在那里另存为 UTF-8 后再导入',
  },
  'too-large': {
    happened: (detail) => `太大：${detail}`,
    advice: '请拆成几个文件，或删去图片后另存再导入',
  },
  'encrypted-document': {
    happened: () => '设有密码，打不开',
    advice: '请用原软件输入密码打开，取消密码后另存再导入',
  },
  'damaged-document': {
    happened: (detail) => `已损坏或不完整${detail && `（${detail}）`}，读不出文字`,
    advice: '请用原软件打开并重新保存，或向提供者重新索取',
  },
  'unsafe-document': {
    happened: (detail) => `含有不安全的内容（${detail}），为安全起见没有读取`,
    advice: `如确需使用，${SAVE_AS_DOCX}`,
  },
  'compression-bomb': {
    happened: (detail) => `解压后过大（${detail}），疑似压缩炸弹，已停止读取`,
    advice: '请核实文件来源；如确是报告，请另存为 txt 后再导入',
  },
  'scanned-document': {
    happened: (detail) => `${detail || '没有文字层（是扫描件或图片）'}，本软件不含文字识别`,
    advice: '请先用识别软件转成文字，或向提供者索取 Word 稿',
  },
  'unmapped-text': {
    happened: () => '里的字体没有对应的文字编码，取出的只会是乱码',
    advice: '请用 Word 稿或其他格式导入，或先用识别软件转成文字',
  },
  'wps-format': {
    happened: () => '是 WPS 文字的专有格式（wps），本软件读不准',
    advice: '请用 WPS 打开它，用“另存为”选 docx 格式后再导入',
  },
  'archive-file': {
    happened: (detail) => `是压缩包（${detail}），本软件不代为解压`,
    advice: '请先解压，再导入里面的报告',
  },
  'unsupported-format': {
    happened: (detail) => `是${detail}，不在可读的格式之内`,
    advice: '请另存为 docx、txt 或带文字层的 pdf 后再导入',
  },
  'link-not-followed': {
    happened: () => '是指向别处的链接，为安全起见没有跟随',
    advice: '请直接选择它所指的文件',
  },
  'missing-file': {
    happened: () => '找不到了，可能已被移动、改名或删除，或者 U 盘已拔出',
    advice: '请重新选择文件',
  },
  'no-permission': {
    happened: () => '没有读取权限',
    advice: '请把它复制到自己的文件夹，或请管理员放开权限后再导入',
  },
  'file-in-use': {
    happened: () => '正被其他程序占用',
    advice: '请先在 WPS、Word 等程序中关闭它再导入',
  },
  'unreadable-file': {
    happened: (detail) => `读取失败${detail && `（${detail}）`}`,
    advice: '请把它复制到本机硬盘后再试',
  },
  'too-many-files': {
    happened: (detail) => `里的文件太多：${detail}`,
    advice: '请分批选择文件夹导入',
  },
  'time-limit': {
    happened: (detail) => `读取超过 ${detail} 秒，已停止`,
    advice: '文件可能过于复杂或已损坏；请另存为 txt 后再导入',
  },
  'memory-limit': {
    happened: (detail) => `读取所需内存超过上限（${detail}），已停止`,
    advice: '文件可能过于复杂或已损坏；请拆分或另存为 txt 后再导入',
  },
  'reader-stopped': {
    happened: () => '使读取程序意外停止',
    advice: '文件可能已损坏；请用原软件重新保存后再导入',
  },
  cancelled: {
    happened: () => '的读取已取消',
    advice: '需要时可重新导入',
  },
};

/**
 * The failure of one file, worded: “x.docx”设有密码，打不开。未入库，资料库没有变化。请…。
 *
 * `detail` is a Chinese clause (a limit, a cause); it never carries an English exception.
 */
export function ingestFailure(code: FailureCode, name: string, detail = ''): IngestFailure {
  const { happened, advice } = WORDINGS[code];
  return {
    code,
    message: `“${displayName(name)}”${happened(detail)}。未入库，原文件和资料库都没有变化。${advice}。`,
  };
}

/** Carries a failure out of the depth of a parser; caught where the file's outcome is made. */
export class IngestError extends Error {
  readonly code: FailureCode;
  readonly detail: string;

  constructor(code: FailureCode, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** The failure that a file system error means, named in Chinese; never the English text of the system. */
export function failureOfSystemError(error: unknown, name: string): IngestFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
    case 'ENODEV':
    case 'ENXIO':
      return ingestFailure('missing-file', name);
    case 'EACCES':
    case 'EPERM':
      return ingestFailure('no-permission', name);
    case 'EBUSY':
    case 'ETXTBSY':
    case 'ELOCK':
      return ingestFailure('file-in-use', name);
    case 'ELOOP':
      return ingestFailure('link-not-followed', name);
    case 'ENAMETOOLONG':
      return ingestFailure('unreadable-file', name, '文件名或路径太长');
    case 'EIO':
      return ingestFailure('unreadable-file', name, '磁盘或 U 盘读取出错');
    default:
      return ingestFailure('unreadable-file', name);
  }
}

const LONGEST_NAME = 60;

/** A file name fit for a sentence: no control or bidi characters, lone surrogates replaced, clipped in the middle. */
export function displayName(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim();
  const characters = [...clean];
  if (characters.length === 0) return '未命名文件';
  if (characters.length <= LONGEST_NAME) return clean;
  return `${characters.slice(0, 36).join('')}…${characters.slice(-20).join('')}`;
}
