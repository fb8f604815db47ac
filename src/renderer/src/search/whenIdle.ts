/**
 * Acts in a frame of its own, once there is nothing else to do; within a time, where there always is. So what
 * one frame has to lay out stays small. Returns the way to call it off.
 */
export function whenIdleNextFrame(act: () => void, withinMs: number): () => void {
  let idle = 0;
  const frame = requestAnimationFrame(() => {
    idle = requestIdleCallback(act, { timeout: withinMs });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}
