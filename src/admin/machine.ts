import type { Directory } from '../chat/port.ts'
import type { Meta } from '../kernel/command.ts'
import type { OrganizationDeps } from '../organization/deps.ts'
import type { SqliteDatabase } from '../store/sqlite.ts'

/** What the commands of the command line work with; handed in, so that tests need no terminal. */
export interface Machine {
  readonly db: SqliteDatabase
  readonly deps: OrganizationDeps
  /** The platform's directory; absent without a platform. */
  readonly readDirectory?: () => Promise<Directory>
  print(text: string): void
  /** Asks on the terminal; '' where there is none. */
  ask(question: string): Promise<string>
  /** A new act of the operator, with a cause of its own. */
  act(): Meta
}

/** What the shell is told: all well; not done, or something found wrong; not understood. */
export type ExitCode = 0 | 1 | 2
