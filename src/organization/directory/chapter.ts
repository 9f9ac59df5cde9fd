import type { Chapter } from '../../kernel/chapter.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { findActor } from '../queries.ts'
import { holds } from '../rules/actor.ts'
import { dueNotes } from './clock.ts'
import { applyDirectoryCommand, dropDirectoryCommand } from './commands/apply.ts'
import { noteDirectoryCommand, tellDirectoryCommand } from './commands/note.ts'
import { placeDepartmentCommand } from './commands/place.ts'
import { readDirectoryCommand, takeDirectoryCommand } from './commands/read.ts'
import { placeDepartmentForm } from './form.ts'
import { countNotes } from './queries.ts'
import { DIRECTORY, directorySubject } from './subjects.ts'
import { directoryView } from './views/directory.ts'
import { directoryLeaverView, directoryNotedView } from './views/news.ts'
import { directoryWording } from './wording.ts'

/** The platform's directory beside the roster (Articles 3-6): who came, who left, who moved, shown before anything changes. */
export const directory = (deps: { readonly blobs: Blobs }): Chapter => ({
  name: 'directory',
  commands: [
    readDirectoryCommand('office'),
    takeDirectoryCommand('office'),
    applyDirectoryCommand(deps, 'office'),
    dropDirectoryCommand,
    placeDepartmentCommand,
    noteDirectoryCommand,
    tellDirectoryCommand,
  ],
  views: [directoryView(deps), directoryNotedView, directoryLeaverView],
  forms: [placeDepartmentForm],
  intents: [
    {
      words: ['同步通讯录', '读取通讯录', '核对通讯录'],
      only: 'office',
      help: '读取飞书通讯录，核对来人、离职和部门变动',
      opens: (rest) => (rest === '' ? { do: 'directory.read', with: {} } : undefined),
    },
    {
      words: ['通讯录', '通讯录变动'],
      only: 'office',
      help: '查看最近一次读取通讯录的结果',
      opens: (rest) => (rest === '' ? { send: 'directory', with: {} } : undefined),
    },
  ],
  todo: openReading,
  due: dueNotes,
  wording: directoryWording,
})

async function openReading(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await findActor(db, viewer)
  if (!actor || !holds(actor, 'office')) return []
  const { state } = await foldSubject(db, directorySubject, DIRECTORY)
  if (state.status === 'read') {
    const action = { show: 'directory', with: {} }
    return [{ text: '通讯录已读取，变动等待确认', since: state.at, button: '查看变动', action }]
  }
  const notes = await countNotes(db)
  const people = notes.reduce((sum, one) => sum + (one.what === 'range' ? 0 : one.people), 0)
  const since = notes.map((one) => one.last).toSorted()[0] ?? null
  if (people === 0) return []
  const action = { show: 'directory-noted', with: {} }
  return [{ text: `通讯录有 ${people} 处变动，尚未核对`, since, button: '查看变动', action }]
}
