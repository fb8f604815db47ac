import { join } from 'node:path';
import { allMigrations, LIBRARY_FILE } from '../../../src/main/library/openLibrary.ts';
import { openConnection } from '../../../src/main/store/connection.ts';
import { migrate } from '../../../src/main/store/migrate.ts';

/* Brings a library one step forward, to the version named, and stops as a program stops that is killed. */

const [folder = '', version] = process.argv.slice(2);
const connection = openConnection(join(folder, LIBRARY_FILE));
migrate(
  connection,
  allMigrations.filter((migration) => migration.version <= Number(version)),
);
process.kill(process.pid, 'SIGKILL');
