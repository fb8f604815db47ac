import { expect, it } from 'vitest';
import { findOpenedFile } from './openedFile.ts';

it.each([
  [['zhenjian', '/media/u/年底.zhenjian-backup'], '/media/u/年底.zhenjian-backup'],
  [['zhenjian', '.', '--x=1', '年底.zhenjian-backup'], '/home/u/年底.zhenjian-backup'],
  [
    ['zhenjian', 'file:///media/u/%E5%B9%B4%E5%BA%95.zhenjian-backup'],
    '/media/u/年底.zhenjian-backup',
  ],
  [['zhenjian', '--print-job=a.zhenjian-backup'], null],
  [['zhenjian', '报告.docx'], null],
  [['zhenjian', '/media/u/昌城等三篇.zhenjian-package'], '/media/u/昌城等三篇.zhenjian-package'],
  [['x.zhenjian-backup'], null],
])('of %j opens %s', (argv, path) => {
  expect(findOpenedFile(argv, '/home/u')).toBe(path);
});
