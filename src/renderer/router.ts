/** The window's pages. Only this file knows all features: it composes them. */
import { createRouter, createWebHistory, type Router } from 'vue-router'
import HomePage from './features/home/home-page.vue'

/** @returns the router; pages other than Home are loaded when they are first opened. */
export const createAppRouter = (): Router =>
	createRouter({
		history: createWebHistory(),
		routes: [
			{ path: '/', name: 'home', component: HomePage },
			{ path: '/library', name: 'library', component: () => import('./features/library/library-page.vue') },
			{ path: '/compare/:id', name: 'compare', component: () => import('./features/compare/compare-page.vue') },
			{ path: '/beside', name: 'beside', component: () => import('./features/compare/beside-page.vue') },
			{ path: '/read/:id', name: 'read', component: () => import('./features/read/read-page.vue') },
			{ path: '/notes', name: 'notes', component: () => import('./features/notes/notes-page.vue') },
			{ path: '/cards', name: 'cards', component: () => import('./features/cards/cards-page.vue') },
			{ path: '/cards/stale', name: 'stale', component: () => import('./features/cards/stale-page.vue') },
			{ path: '/cards/browse', name: 'browse', component: () => import('./features/cards/browse-page.vue') },
			{ path: '/cards/study', name: 'study', component: () => import('./features/cards/study-page.vue') },
			{
				path: '/cards/statistics',
				name: 'statistics',
				component: () => import('./features/cards/statistics-page.vue'),
			},
			{ path: '/present', name: 'present', component: () => import('./features/present/present-page.vue') },
			{
				path: '/present/results',
				name: 'results',
				component: () => import('./features/present/results-page.vue'),
			},
			{ path: '/present/:id/live', name: 'live', component: () => import('./features/present/live-page.vue') },
			{ path: '/present/:id', name: 'presentation', component: () => import('./features/present/editor-page.vue') },
			{ path: '/templates', name: 'templates', component: () => import('./features/export/templates-page.vue') },
			{ path: '/settings', name: 'settings', component: () => import('./features/settings/settings-page.vue') },
			{ path: '/help', name: 'help', component: () => import('./features/help/help-page.vue') },
			{ path: '/:rest(.*)*', name: 'missing', component: () => import('./features/shell/missing-page.vue') },
		],
	})
