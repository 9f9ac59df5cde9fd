/** `todo`: what waits for the person in every chapter, the oldest first; a draft before all. */
import * as z from 'zod'
import { stampAction } from '../../../cards/in-name.ts'
import { todoCard } from '../../../cards/todo.ts'
import { principalOf } from '../../kernel/acting.ts'
import type { Todo } from '../../kernel/view.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import { listPrincipals, type Principal } from '../../organization/delegation/queries.ts'
import type { Database } from '../../store/database.ts'
import { loadDialog } from '../dialog/load.ts'
import { answered, draftsOf } from '../dialog/state.ts'
import type { Registry } from '../registry.ts'
import { cut } from '../words.ts'

const PER_PAGE = 8
const TEXT = 200

export function todoView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'todo',
    params: z.object({ page: z.int().min(0).default(0) }),
    async render(db, { page: wanted }, viewer) {
      const todos = [...(await draftTodos(db, viewer)), ...(await waitingTodos(all(), db, viewer))]
      const pages = Math.max(1, Math.ceil(todos.length / PER_PAGE))
      const page = Math.min(wanted, pages - 1)
      const items = todos
        .slice(page * PER_PAGE, (page + 1) * PER_PAGE)
        .map((todo) => ({ ...todo, text: cut(todo.text, TEXT) }))
      return { kind: 'card', card: todoCard({ total: todos.length, page, pages, items }) }
    },
  })
}

/** What waits for the person, and for those in whose name the person acts today. */
export async function waitingTodos(registry: Registry, db: Database, viewer: Viewer): Promise<Todo[]> {
  const own = viewer.by === viewer.inNameOf
  const principals = own ? await listPrincipals(db, viewer.by, viewer.today) : []
  const lists = await Promise.all([
    chapterTodos(registry, db, viewer),
    ...principals.filter(({ live }) => live === 1).map((one) => todosFor(one, registry, db, viewer)),
  ])
  return lists.flat().toSorted((left, right) => age(left).localeCompare(age(right)))
}

async function todosFor(
  { id, name }: Principal,
  registry: Registry,
  db: Database,
  viewer: Viewer,
): Promise<Todo[]> {
  const todos = await chapterTodos(registry, db, { ...viewer, inNameOf: id })
  return todos.map((todo) => ({
    ...todo,
    text: `代${name}：${todo.text}`,
    action: stampAction(todo.action, id),
  }))
}

async function chapterTodos({ chapters }: Registry, db: Database, viewer: Viewer): Promise<Todo[]> {
  return (await Promise.all(chapters.map((chapter) => chapter.todo(db, viewer)))).flat()
}

/** What has no moment comes after what has. */
const age = (todo: Todo): string => todo.since ?? '9'

async function draftTodos(db: Database, viewer: Viewer): Promise<Todo[]> {
  const principal = principalOf(viewer)
  const { dialog } = await loadDialog(db, viewer.by)
  const drafts = draftsOf(dialog).filter((draft) => principal === undefined || draft.for === principal)
  const [first] = drafts
  if (!first) return []
  const more = drafts.length > 1 ? `等 ${drafts.length} 份草稿` : `（已填 ${answered(first)} 项）`
  const text = `未提交的草稿：${cut(first.title, 60)}${more}`
  return [{ text, since: null, button: '继续填写', action: { say: '继续填写' } }]
}
