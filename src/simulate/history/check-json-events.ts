import type { JsonEvents } from './mapping.ts';
import type { Fields } from './mapping-fields.ts';

const CHANGES =
  'say where an object tells its changes: `"changes": { "in": "changelog.histories", "at": "created", "items": "items", "field": "field", "from": "fromString", "to": "toString", "of": { "status": "fields.status.name" } }`';
const LISTS = 'name a list of the object: `"lists": { "comment": { "in": "comments", "at": "created_at" } }`';

/** Where the objects of a log tell what happened to their tickets; null where they do not. */
export function checkJsonEvents(log: Fields): JsonEvents | null {
  const asked = log.has('changes') || log.has('lists');
  if (!asked) return null;
  const at = log.text('at', 'name the field with the time of the opening: `"at": "created_at"`');
  const changes = log.has('changes') ? checkChanges(log.object('changes', CHANGES)) : null;
  const lists = log.has('lists') ? checkLists(log.object('lists', LISTS)) : [];
  return at === null ? null : { at, changes, lists };
}

function checkChanges(fields: Fields | null): JsonEvents['changes'] {
  if (fields === null) return null;
  const text = (key: string) => fields.text(key, CHANGES);
  const [path, at, field, from, to] = [text('in'), text('at'), text('field'), text('from'), text('to')];
  const items = fields.optionalText('items');
  const table = fields.object('of', CHANGES);
  const of = new Map(
    (table?.keys() ?? []).flatMap((name) => {
      const found = table?.text(name, CHANGES) ?? null;
      return found === null ? [] : [[name, found] as const];
    }),
  );
  fields.refuseOthers();
  if (path === null || at === null || field === null || from === null || to === null) return null;
  return { in: path, at, items, field, from, to, of };
}

function checkLists(table: Fields | null): JsonEvents['lists'] {
  return (table?.keys() ?? []).flatMap((name) => {
    const fields = table?.object(name, LISTS) ?? null;
    const path = fields?.text('in', LISTS) ?? null;
    const at = fields?.text('at', LISTS) ?? null;
    fields?.refuseOthers();
    return path === null || at === null ? [] : [{ name, in: path, at }];
  });
}
