import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import AppWindow from './App.svelte';
import { App } from './state/app.svelte.ts';
import type { Firth } from './state/firth.ts';

declare global {
  interface Window {
    readonly firth: Firth;
  }
}

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(AppWindow, { target, props: { app: new App(window.firth, await window.firth.settings()) } });
