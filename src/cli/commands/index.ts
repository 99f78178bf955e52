/** Every command there is, in the order in which help shows them. */
import type { Command } from '../command.ts'
import { annotationsExport } from './annotations-export.ts'
import { annotationsImport } from './annotations-import.ts'
import { backupCreate } from './backup-create.ts'
import { backupList } from './backup-list.ts'
import { backupRestore } from './backup-restore.ts'
import { cardsDue } from './cards-due.ts'
import { cardsExport } from './cards-export.ts'
import { cardsImport } from './cards-import.ts'
import { cardsStats } from './cards-stats.ts'
import { libraryCheck } from './library-check.ts'
import { libraryList } from './library-list.ts'
import { libraryReferences } from './library-references.ts'
import { libraryShow } from './library-show.ts'
import { notesExport } from './notes-export.ts'
import { present } from './present.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'

export const commands: readonly Command[] = [
	serve,
	present,
	search,
	libraryList,
	libraryShow,
	libraryReferences,
	libraryCheck,
	notesExport,
	annotationsExport,
	annotationsImport,
	cardsImport,
	cardsExport,
	cardsDue,
	cardsStats,
	backupCreate,
	backupList,
	backupRestore,
]
