/** The audience view: a page of its own, for the display that the room sees. It has one line, and that line knows only the room. */
import { createApp } from 'vue'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import RoomPage from './room-page.vue'

createApp(RoomPage).mount('#room')
