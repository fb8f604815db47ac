/** `npm test`: set-up of what the tests need, then every check. */
import { check } from './check.mjs';
import { main } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(() => {
  setUp('test');
  return check();
});
