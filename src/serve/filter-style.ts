/** What the filters look like, in the report's own colours. */
export const filterStyle = `
.filters{margin:0 0 clamp(24px,4vw,48px);padding:0 0 1rem;
border-bottom:1px solid var(--rule);font-size:.875rem}
.filters .fields{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end}
.filters .fold{margin-bottom:.6rem}
.filters .fold[open] summary{display:none}
.filters label{display:grid;gap:.2rem;flex:1 1 6.5rem;color:var(--muted);font-size:.78rem}
.filters input,.filters button{min-width:0;width:100%;padding:.4rem .6rem;border:1px solid var(--muted);border-radius:6px;
background:var(--page);color:var(--text);font:inherit;font-size:.875rem}
.filters button{width:auto;background:var(--soft);cursor:pointer}
.filters ::placeholder{color:var(--muted);opacity:1}
.filters .times{display:flex;flex:1 0 100%;flex-wrap:wrap;gap:.4rem .9rem;align-items:center}
.filters .times ul{display:flex;flex-wrap:wrap;gap:.4rem}
.filters .times li a{display:block;padding:.15rem .6rem;border:1px solid var(--rule);border-radius:99px;text-decoration:none}
.filters .times li a:hover,.filters .times [aria-current]{background:var(--soft);border-color:var(--muted)}
.filters .times label{display:flex;flex:none;gap:.4rem;align-items:center}
.filters .times [name=tz]{width:8.5rem}
.filters .times [type=datetime-local]{width:13.4rem}
.filters .pickers{display:flex;flex-wrap:wrap;gap:.4rem .9rem}
.filters nav a,.filters nav span{white-space:nowrap}
.filters nav{display:flex;flex-wrap:wrap;flex:1 0 100%;gap:.4rem 1.2rem;align-items:baseline;color:var(--muted)}
.shown{display:flex;flex-wrap:wrap;gap:.5rem;margin:calc(clamp(24px,4vw,48px)*-1 + 1rem) 0 clamp(24px,4vw,48px);font-size:.875rem}
.shown li{display:flex;gap:.5em;align-items:center;padding:.15rem .2rem .15rem .7rem;border-radius:99px;background:var(--soft)}
.shown a{display:inline-grid;place-items:center;width:1.6em;height:1.6em;border-radius:50%;text-decoration:none}
.shown a:hover{background:var(--rule)}
.filters [role=status]{margin-inline-end:auto}
.filters [data-live]::before{content:"";display:inline-block;width:.55em;height:.55em;margin-inline-end:.5em;border-radius:50%;background:var(--rule)}
.filters [data-live=true]::before{background:#2f9e57}
.filters [data-live=false]::before{background:#c2571a}
@media (max-width:640px){
.filters label{flex-basis:40%}
.filters .fold[open] summary{display:list-item;margin-bottom:.6rem}
}
@media print{.filters{display:none}}
`;
