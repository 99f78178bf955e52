/** What the program that serves the window is, and what it can do: a difference between hosts is a capability. */
import { base } from './errors.ts'
import { z } from './jitless.ts'
import { Line, Text } from './text.ts'

export const Capabilities = z.strictObject({
	/** Own menus, accelerators and dialogs of the operating system. */
	nativeMenus: z.boolean(),
	printToPdf: z.boolean(),
	secondScreen: z.boolean(),
	/** Asks for a folder in a dialog of the operating system. */
	chooseFolder: z.boolean(),
	/** Shows a folder in the operating system's file manager. */
	openFolder: z.boolean(),
	/** Asks where a file shall be saved, writes it there, and shows it in its folder. */
	saveFile: z.boolean(),
	/** Ends and starts again by itself. */
	restart: z.boolean(),
	/** Addresses are copied as `parallax://…`, which the system opens in it; without, they are those of the page. */
	ownScheme: z.boolean(),
})

export const HostDescription = z.strictObject({
	name: z.enum(['desktop', 'browser', 'command-line']),
	version: z.string().max(40),
	capabilities: Capabilities,
})

export const Notice = z.strictObject({ name: Line, version: z.string(), licence: Line, text: Text })

export const hostContract = {
	describe: base.output(HostDescription),
	/** A report on versions, sizes and the state of the data, without anything that the reader wrote. Plain text. */
	diagnostics: base.output(z.strictObject({ report: Text })),
	/** Licences of everything that ships, made at build. */
	notices: base.output(z.array(Notice)),
	/** Starts the program again. Needs the capability `restart`. */
	restart: base,
}

export type Capabilities = z.infer<typeof Capabilities>
export type HostDescription = z.infer<typeof HostDescription>
export type Notice = z.infer<typeof Notice>

/** What a host can do that has nothing but a line to its windows. */
export const noCapabilities: Capabilities = {
	nativeMenus: false,
	printToPdf: false,
	secondScreen: false,
	chooseFolder: false,
	openFolder: false,
	saveFile: false,
	restart: false,
	ownScheme: false,
}
