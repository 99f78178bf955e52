/** Entries of package-lock.json for optional packages that npm could not look up. */

interface Entry {
	version?: string
	license?: string
	dev?: boolean
	optional?: boolean
	os?: string[]
	cpu?: string[]
	libc?: string[]
	optionalDependencies?: Record<string, string>
}

/** The part of package-lock.json that is needed here. */
export interface PackageLock {
	packages: Record<string, Entry>
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * Adds an entry for every optional dependency of one exact version that has none and whose name says what system it is for.
 * Without a checksum: nobody here has seen the package.
 * @returns what was added, e.g. `@biomejs/cli-darwin-arm64@2.6.8`
 */
export function completeLock(lock: PackageLock): string[] {
	const added: string[] = []
	for (const { optionalDependencies = {}, dev, license } of Object.values(lock.packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			const path = `node_modules/${name}`
			const target = targetOf(name)
			if (lock.packages[path] || !target || !/^\d+\.\d+\.\d+$/.test(version)) continue
			lock.packages[path] = {
				version,
				...target,
				...(dev ? { dev } : {}),
				...(license ? { license } : {}),
				optional: true,
			}
			added.push(`${name}@${version}`)
		}
	}
	lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
	return added
}

/** @returns the systems that a package is for, going by a name like `cli-linux-arm64-musl`, or undefined. */
export function targetOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
	const words = name.split('-')
	const os = systems.find((system) => words.includes(system))
	const cpu = processors.find((processor) => words.includes(processor))
	if (!os || !cpu) return undefined
	const last = words.at(-1) ?? ''
	const libc =
		os !== 'linux' ? undefined : last.startsWith('musl') ? 'musl' : last.startsWith('gnu') ? 'glibc' : undefined
	return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] }
}

/** @returns optional dependencies that have no entry: `npm ci` refuses a lock file with any. */
export function missingIn({ packages }: PackageLock): string[] {
	const names = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`${path ? `${path}/` : ''}node_modules/${name}`] && !packages[`node_modules/${name}`],
		),
	)
	return [...new Set(names)].sort()
}
