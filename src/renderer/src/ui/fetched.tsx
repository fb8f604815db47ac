import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

/*
 * Code the first screen does without is fetched once that screen stands: it waits for none of it,
 * and whatever is clicked finds its code there. React's own `lazy` is not used because it holds a
 * view back for 300 ms at its first showing, fetched or not.
 */

type Fetched<P> = ComponentType<P> & { fetch: () => Promise<void> };

/** A component on its way. */
class Late<P extends object> {
  loaded: ComponentType<P> | undefined;
  private readonly load: () => Promise<ComponentType<P>>;
  private readonly listeners = new Set<() => void>();

  constructor(load: () => Promise<ComponentType<P>>) {
    this.load = load;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly fetch = async () => {
    if (this.loaded) return;
    this.loaded = await this.load();
    for (const listener of this.listeners) listener();
  };
}

const all = new Set<() => Promise<void>>();

/**
 * A component whose code comes later. Until it is there `meanwhile` stands in its place, or nothing;
 * once it is drawn, and its properties are such that it is `wanted`, its code is fetched at once.
 */
export function fetched<P extends object>(
  load: () => Promise<ComponentType<P>>,
  {
    meanwhile,
    wanted = () => true,
  }: { meanwhile?: ComponentType<P>; wanted?: (props: P) => boolean } = {},
): Fetched<P> {
  const late = new Late(load);
  all.add(late.fetch);
  return Object.assign(
    (props: P) => {
      const Shown = useSyncExternalStore(late.subscribe, () => late.loaded) ?? meanwhile;
      const needed = wanted(props);
      useEffect(() => {
        if (needed) void late.fetch();
      }, [needed]);
      return Shown ? <Shown {...props} /> : null;
    },
    { fetch: late.fetch },
  );
}

/** Until then the first screen is being painted and read. */
const AFTER_FIRST_PAINT_MS = 500;

/** Fetches the rest of the code once the first screen stands and nothing else is to be done. */
export function fetchTheRest(): void {
  setTimeout(() => {
    requestIdleCallback(() => {
      for (const fetch of all) void fetch();
    });
  }, AFTER_FIRST_PAINT_MS);
}
