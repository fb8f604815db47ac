import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readWrites } from './writes.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhenjian-writes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As strace writes it: 100 is the program, 101 and 103 its threads, 102 another program. */
const TRACE = `
100 openat(AT_FDCWD</home>, "/app/index.js", O_RDONLY|O_CLOEXEC) = 3</app/index.js>
100 clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD, stack=0x7f} => {parent_tid=[101]}, 88) = 101
100 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD) = 102
101 clone3({flags=CLONE_VM|CLONE_THREAD, stack=0x7f} <unfinished ...>
102 openat(AT_FDCWD</home>, "/profile", O_RDWR|O_CREAT, 0600) = 4</profile>
101 <... clone3 resumed> => {parent_tid=[103]}, 88) = 103
103 openat(AT_FDCWD</home>, "notes.db", O_RDWR|O_CREAT, 0644 <unfinished ...>
101 rename("/data/a.part", "/data/\\345\\272\\223.db") = 0
101 mkdirat(7</data>, "new", 0777) = -1 EEXIST (File exists)
100 connect(9<TCP:[1]>, {sa_family=AF_INET, sin_addr=inet_addr("203.0.113.1")}, 16) = -1 ENETUNREACH
100 unlink("/data/gone") = -1 ENOENT (No such file or directory)
`;

it('tells what a program and its threads wrote, tries included, and nothing of what it started', () => {
  writeFileSync(join(folder, 'x.trace'), TRACE.trimStart());
  expect(readWrites(folder)).toEqual(
    ['/data/a.part', '/data/gone', '/data/new', '/data/库.db', '/home/notes.db'].sort(),
  );
});
