import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RouteName, routes } from '../../../src/shared/contract/routes.ts';
import { Messages, shown } from './messages.ts';
import { makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface FuzzFigures {
  routes: number;
  messages: number;
  accepted: number;
  refused: number;
  /** A rejection, or an answer that the program failed inside; each with the first message that did it. */
  unhandled: number;
  unhandledBy: Record<string, string>;
  /** Files named in messages that were read, written or quoted. */
  pathsAccepted: number;
  /** What kept the library's thread busy longest, in milliseconds of processor time. */
  slowest: { name: string; milliseconds: number };
}

/** What messages leave in a library makes it slower; after so many, the rest go to a fresh one. */
const MESSAGES_A_LIBRARY = 1000;

/** Messages of few shapes, like that of a request which takes nothing, are not sent more often than this. */
const SAME_MESSAGES = 100;

const SECRET = '只有读了这个文件才会知道的话';

/** One of several shares of the routes, numbered from 1: a run in shares can go on where it was ended. */
export interface Share {
  number: number;
  of: number;
}

/**
 * Sends so many invented messages to every route of the contract, as a page taken over might. A route gets
 * the same messages in whatever share it is.
 */
export async function runFuzz(
  messagesEach: number,
  seed = 8,
  share: Share = { number: 1, of: 1 },
): Promise<FuzzFigures> {
  const template = await makeTemplate({ notes: 12, sample: false });
  const outside = makeFolder();
  const secretFile = join(outside, 'secret.txt');
  writeFileSync(secretFile, `2023年甲镇政府工作报告\n${SECRET}`);
  mkdirSync(join(outside, 'empty'));
  const target = join(outside, 'empty', 'written');
  const words = await harmfulWords(template, [secretFile, target, outside]);
  const figures: FuzzFigures = {
    routes: 0,
    messages: 0,
    accepted: 0,
    refused: 0,
    unhandled: 0,
    unhandledBy: {},
    pathsAccepted: 0,
    slowest: { name: '', milliseconds: 0 },
  };
  const error = console.error;
  console.error = () => undefined;
  for (const [index, name] of (Object.keys(routes) as RouteName[]).entries()) {
    if (index % share.of !== share.number - 1) continue;
    const random = seeded(seed + index);
    const messages = new Messages(routes[name].input, words, random, SAME_MESSAGES);
    figures.routes += 1;
    for (let left = messagesEach; left > 0; left -= MESSAGES_A_LIBRARY) {
      await sendToFresh(template, name, messages, Math.min(left, MESSAGES_A_LIBRARY), figures);
    }
  }
  console.error = error;
  figures.pathsAccepted += readdirSync(join(outside, 'empty')).length;
  removeFolder(template);
  removeFolder(outside);
  return figures;
}

async function sendToFresh(
  template: string,
  name: RouteName,
  messages: Messages,
  count: number,
  figures: FuzzFigures,
): Promise<void> {
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  const served = serve(folder);
  const { reader } = served.library.context;
  const readPath = reader.readPath.bind(reader);
  reader.readPath = (path, fileName) => {
    figures.pathsAccepted += 1;
    return readPath(path, fileName);
  };
  for (let n = 0; n < count; n += 1) {
    const message = messages.next();
    figures.messages += 1;
    const before = process.cpuUsage();
    const failed = await send(served, name, message, figures);
    const { user, system } = process.cpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > figures.slowest.milliseconds) figures.slowest = { name, milliseconds };
    if (failed !== null) {
      figures.unhandled += 1;
      figures.unhandledBy[name] ??= `${failed}: ${shown(message)}`;
    }
  }
  await served.close();
  removeFolder(folder);
}

/** Null when the message was answered as it should be. */
async function send(
  { library }: ReturnType<typeof serve>,
  name: RouteName,
  message: unknown,
  figures: FuzzFigures,
): Promise<string | null> {
  try {
    const outcome = await library.dispatch(name, message);
    if (outcome.ok) {
      figures.accepted += 1;
      if (JSON.stringify(outcome).includes(SECRET)) figures.pathsAccepted += 1;
      return null;
    }
    figures.refused += 1;
    return outcome.failure.code === 'internal' ? 'internal' : null;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

async function harmfulWords(template: string, paths: readonly string[]): Promise<string[]> {
  const { ask, close } = serve(template);
  const { reports } = await ask('reports.list', {});
  const { annotations } = await ask('annotations.list', {});
  const { briefs } = await ask('briefs.list', {});
  await close();
  return [
    ...[...reports, ...annotations.slice(0, 4), ...briefs].map(({ id }) => id),
    ...paths.flatMap((path) => [path, `file://${path}`, `../../../..${path}`]),
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\server\\share\\x',
    'a\0b',
    '../library.zhenjian',
    '000001_20261122T211500Z_idle_10_25.zhenjian',
    '__proto__',
    '',
    ' ',
    '%',
    '_',
    "'; DROP TABLE reports; --",
    '(((((',
    '"社区" AND NOT (改厕 OR',
    '社区',
    '2023',
    '\ud800',
    '\u202e\u0000\uffff',
    '<img src=x onerror=alert(1)>',
    '镇'.repeat(3000),
  ];
}
