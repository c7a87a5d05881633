import { readFileSync } from 'node:fs';
import { finish } from '../../../src/trail/steps';
import { groupEvents } from '../../../src/trail/group/groups';
import { Column } from '../../../src/trail/scan/row';
import { StringSource } from '../../../src/trail/source';
import { Trail } from '../../../src/trail/trail';

/** Counts a file's events by name and account, as a script would that is run for it alone. */
const trail = Trail.of(new StringSource(readFileSync(process.argv[2] ?? '', 'utf8')));
const groups = finish(groupEvents(trail, { by: [Column.EventName, Column.Account], sort: 'count' }));
console.log(groups?.size);
