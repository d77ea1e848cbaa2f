import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import AppWindow from './App.svelte';
import { App } from './state/app.svelte.ts';
import { windowApi, type PreloadFunctions } from './state/window-api.ts';

declare global {
  interface Window {
    readonly firthPreload: PreloadFunctions;
  }
}

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
const firth = windowApi(window.firthPreload);
const app = new App(firth, await firth.settings());
mount(AppWindow, { target, props: { app } });
void app.takeUp();
firth.onOpened((file) => void app.openProject(file));
