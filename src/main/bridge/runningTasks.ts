/** What runs long enough to be stopped by the person, by the id the window knows it by. */
export class RunningTasks {
  readonly #cancelled = new Map<string, boolean>();
  readonly #stops = new Map<string, () => void>();

  /** `stop` is called once the person asks to stop, for a step that need not be waited for. */
  begin(
    task: string,
    stop: () => void = () => {},
  ): { isCancelled: () => boolean; end: () => void } {
    this.#cancelled.set(task, false);
    this.#stops.set(task, stop);
    return {
      isCancelled: () => this.#cancelled.get(task) === true,
      end: () => {
        this.#cancelled.delete(task);
        this.#stops.delete(task);
      },
    };
  }

  /** Asks a task to stop after the step in hand; nothing happens to one that has ended. */
  cancel(task: string): void {
    if (!this.#cancelled.has(task)) return;
    this.#cancelled.set(task, true);
    this.#stops.get(task)?.();
  }
}
