/** What runs long enough to be stopped by the person, by the id the window knows it by. */
export class RunningTasks {
  readonly #cancelled = new Map<string, boolean>();

  begin(task: string): { isCancelled: () => boolean; end: () => void } {
    this.#cancelled.set(task, false);
    return {
      isCancelled: () => this.#cancelled.get(task) === true,
      end: () => this.#cancelled.delete(task),
    };
  }

  /** Asks a task to stop after the step in hand; nothing happens to one that has ended. */
  cancel(task: string): void {
    if (this.#cancelled.has(task)) this.#cancelled.set(task, true);
  }
}
