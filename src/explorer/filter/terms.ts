import { FIELDS, type Field } from '../../filter/field';
import { type Column } from '../../trail/scan/row';
import { type Trail } from '../../trail/trail';
import { type EventTree } from '../eventTree';
import { groupingOf } from '../groupings';
import { groupsOf, type TreeNode } from '../node';
import { type FieldText, valueText } from '../../filter/condition';

const byColumn: ReadonlyMap<Column, Field> = new Map(
  FIELDS.flatMap((field) => (field.source.from === 'column' ? [[field.source.column, field] as const] : [])),
);

/** What a group or stretch of the tree stands for: the values of the groups that it lies in, outermost first. */
export function valuesOfGroups(node: TreeNode, tree: EventTree): readonly FieldText[] {
  return groupsOf(node).map((group) => {
    const { field } = groupingOf(tree.column(group));
    const value = tree.value(group);
    return { field, value: valueText(field, value) };
  });
}

/** The values of the columns of an event, those that it has. */
export function valuesOfRow(trail: Trail, row: number): readonly FieldText[] {
  return [...byColumn].flatMap(([column, { name }]) => {
    const value = trail.value(row, column);
    return value === '' ? [] : [{ field: name, value }];
  });
}
