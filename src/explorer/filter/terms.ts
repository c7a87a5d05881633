import { FIELDS, type Field, type FieldName } from '../../filter/field';
import { writeTerm } from '../../filter/write';
import { type Column } from '../../trail/row';
import { type Trail } from '../../trail/trail';
import { type EventTree } from '../eventTree';
import { groupingOf } from '../groupings';
import { groupsOf, type TreeNode } from '../node';

/** A value of a field, as a condition can ask for it. */
export interface FieldText {
  readonly field: FieldName;
  readonly value: string;
}

const byColumn: ReadonlyMap<Column, Field> = new Map(
  FIELDS.flatMap((field) => (field.source.from === 'column' ? [[field.source.column, field] as const] : [])),
);

/** What a group or stretch of the tree stands for: the values of the groups that it lies in, outermost first. */
export function valuesOfGroups(node: TreeNode, tree: EventTree): readonly FieldText[] {
  return groupsOf(node).map((group) => {
    const { field } = groupingOf(tree.column(group));
    const value = tree.value(group);
    return { field, value: field === 'hour' && value !== '' ? String(Number(value)) : value };
  });
}

/** The values of the columns of an event, those that it has. */
export function valuesOfRow(trail: Trail, row: number): readonly FieldText[] {
  return [...byColumn].flatMap(([column, { name }]) => {
    const value = trail.value(row, column);
    return value === '' ? [] : [{ field: name, value }];
  });
}

/** The condition that only the events with a value meet, or all others. */
export function termOf({ field, value }: FieldText, isNot: boolean): string {
  // An hour that is missing is that of an event without a time.
  if (field === 'hour' && value === '') return isNot ? 'time:*' : '-time:*';
  return writeTerm(field, value, isNot);
}
