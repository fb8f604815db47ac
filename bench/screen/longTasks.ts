import type { Page } from 'playwright-core';

/** Tasks over 50 ms while the first of `columns` is scrolled from top to bottom in 120 frames. */
export async function longTasksWhileScrolling(page: Page, columns: string): Promise<number> {
  return page.evaluate(async (selector) => {
    const frame = () => new Promise(requestAnimationFrame);
    let tasks = 0;
    const observer = new PerformanceObserver((list) => {
      tasks += list.getEntries().length;
    });
    observer.observe({ entryTypes: ['longtask'] });
    const first = document.querySelector(selector) as HTMLElement;
    const end = first.scrollHeight - first.clientHeight;
    for (let step = 1; step <= 120; step += 1) {
      first.scrollTop = (end * step) / 120;
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return tasks;
  }, columns);
}
