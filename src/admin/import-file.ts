/** `import <file>`: the same check, preview and application as in the chat. */
import { execute } from '../kernel/execute.ts'
import { foldSubject } from '../kernel/subject.ts'
import { applyRosterCommand } from '../organization/commands/apply-roster.ts'
import { readRosterCommand } from '../organization/commands/read-roster.ts'
import { examineRoster } from '../organization/examine.ts'
import { sayPlace, sayProblem } from '../organization/fault-wording.ts'
import { rosterSubject } from '../organization/subjects.ts'
import { UNREADABLE } from '../organization/wording.ts'
import type { ExitCode, Machine } from './machine.ts'
import { printPreview } from './print-preview.ts'

interface RosterFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Applied without a question. */
  readonly yes: boolean
}

export async function importFile(machine: Machine, { name, bytes, yes }: RosterFile): Promise<ExitCode> {
  const { db, deps, print } = machine
  const roster = await deps.blobs.put(bytes)
  const meta = machine.act()
  await execute(db, readRosterCommand(deps, 'operator'), { name, sha256: roster, size: bytes.length }, meta)
  const { state } = await foldSubject(db, rosterSubject, `roster:${roster}`)
  if (state.status === 'unreadable') {
    print(`「${name}」${UNREADABLE[state.reason]}`)
    return 1
  }
  if (state.status !== 'read') throw new Error(`roster ${roster} is ${state.status} after it was read`)
  const examined = await examineRoster(db, deps.blobs, state.rows, meta.today)
  if ('faults' in examined) {
    for (const fault of examined.faults) print(`${sayPlace(fault)}：${sayProblem(fault)}`)
    print(`共 ${examined.faults.length} 处错误，没有导入。请逐处更正后重新导入。`)
    return 1
  }
  printPreview(print, examined)
  if (examined.difference.lines.length === 0) return 0
  return confirmAndApply(machine, { roster, seen: examined.present.school.version }, yes)
}

async function confirmAndApply(
  { db, deps, print, ask, act }: Machine,
  payload: { readonly roster: string; readonly seen: number },
  yes: boolean,
): Promise<ExitCode> {
  if (!yes && !/^(y|yes|是|确认)$/i.test((await ask('确认导入？输入 y 确认，其他放弃：')).trim())) {
    print('没有导入，现有组织没有任何改动。')
    return 1
  }
  const outcome = await execute(db, applyRosterCommand(deps, 'operator'), payload, act())
  print(outcome.ok ? '已导入，立即生效。' : '组织在此期间有变动，没有导入。请重新运行一次。')
  return outcome.ok ? 0 : 1
}
