import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './chromium.ts';

type Second = { argv: string[]; cwd: string; data: unknown };

/** The lock of one user-data folder: a file that names its holder, and a socket to reach it. */
export class InstanceLock {
  private readonly file: string;
  private readonly socket: string;
  private server: Server | undefined;

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    this.file = join(userData, 'SingletonLock');
    const name = createHash('sha256').update(userData).digest('hex').slice(0, 24);
    this.socket = join(tmpdir(), `electron-lock-${name}.sock`);
  }

  /** True when this process holds the lock; it then hears of every later start. */
  acquire(onSecond: (second: Second) => void): boolean {
    if (!this.take()) return false;
    rmSync(this.socket, { force: true });
    this.server = createServer((peer) => {
      let json = '';
      peer.setEncoding('utf8').on('data', (chunk) => {
        json += chunk;
      });
      peer.on('end', () => onSecond(JSON.parse(json) as Second));
    });
    this.server.listen(this.socket).unref();
    return true;
  }

  /** Tells the holder of the lock of this start; settles when it has been told or is gone. */
  announce(second: Second): Promise<void> {
    return new Promise((resolve) => {
      const peer = connect(this.socket, () => peer.end(JSON.stringify(second)));
      peer.on('close', () => resolve()).on('error', () => resolve());
    });
  }

  release(): void {
    if (!this.server) return;
    this.server.close();
    this.server = undefined;
    rmSync(this.file, { force: true });
    rmSync(this.socket, { force: true });
  }

  private take(): boolean {
    try {
      writeFileSync(this.file, `${process.pid}`, { flag: 'wx' });
      return true;
    } catch {
      const holder = Number(readFileSync(this.file, 'utf8'));
      if (holder && isAlive(holder)) return false;
      rmSync(this.file, { force: true });
      return this.take();
    }
  }
}
