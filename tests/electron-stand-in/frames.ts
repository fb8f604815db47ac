import { originOf } from './addresses.ts';
import { modelled } from './modelled.ts';

/** A frame as `senderFrame` and `mainFrame` show it; one object for as long as the frame lives. */
export type Frame = {
  readonly frameToken: string;
  readonly parent: Frame | null;
  readonly top: Frame;
  readonly url: string;
  readonly origin: string;
  readonly detached: boolean;
  isDestroyed: () => boolean;
};

type FrameState = { frameToken: string; url: string; detached: boolean };

/** The frames of one page, kept up to date from Chromium's events. */
export class FrameTree {
  private readonly frames = new Map<string, { frame: Frame; state: FrameState }>();
  /** Known before Chromium has opened the page, and found by its id from then on. */
  readonly main: Frame = this.add('', null);

  setMainId(frameId: string): void {
    const entry = this.frames.get('');
    if (!entry) return;
    this.frames.delete('');
    entry.state.frameToken = frameId;
    this.frames.set(frameId, entry);
  }

  add(frameId: string, parent: Frame | null): Frame {
    const state: FrameState = { frameToken: frameId, url: '', detached: false };
    const frame: Frame = modelled('webFrameMain', {
      get frameToken() {
        return state.frameToken;
      },
      parent,
      get top(): Frame {
        return parent?.top ?? frame;
      },
      get url() {
        return state.url;
      },
      get origin() {
        return originOf(state.url);
      },
      get detached() {
        return state.detached;
      },
      isDestroyed: () => state.detached,
    });
    this.frames.set(frameId, { frame, state });
    return frame;
  }

  find(frameId: string | undefined): Frame | undefined {
    return frameId === undefined ? undefined : this.frames.get(frameId)?.frame;
  }

  setUrl(frameId: string, url: string): void {
    const entry = this.frames.get(frameId);
    if (entry) entry.state.url = url;
  }

  remove(frameId: string): void {
    const entry = this.frames.get(frameId);
    if (entry) entry.state.detached = true;
    this.frames.delete(frameId);
  }
}
