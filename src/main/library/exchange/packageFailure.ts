import { RequestFailure } from '../../../shared/contract/failure.ts';

export type PackageTrouble =
  | 'no-package'
  | 'tampered-package'
  | 'newer-package'
  | 'package-too-large'
  | 'package-unreadable';

const SENTENCES: Record<PackageTrouble, string> = {
  'no-package': '这个文件不是镇鉴交换包，没有并入，资料库没有改动。请另选一个。',
  'tampered-package':
    '交换包的内容与它的校验码对不上，可能被改动过或没有拷贝完整，没有并入，资料库没有改动。请对方重新发一份。',
  'newer-package':
    '这个交换包由更新版本的镇鉴做成，没有并入，资料库没有改动。请先安装新版本再并入。',
  'package-too-large': '交换包太大，没有并入，资料库没有改动。请对方分几个包来做。',
  'package-unreadable':
    '没有读到这个交换包，没有并入，资料库没有改动。请检查U盘是否插好、是否有读取权限，再试一次。',
};

/** A package that is not taken in; the message is fit to be shown. */
export class PackageFailure extends RequestFailure {
  constructor(code: PackageTrouble) {
    super(code, SENTENCES[code]);
    this.name = 'PackageFailure';
  }
}
