#!/bin/sh
# Run before anything is unpacked: a system that cannot run 镇鉴 is told so in a sentence.
needed=2.34
refuse() {
  echo "镇鉴：$1未作任何安装。" >&2
  exit 1
}
case "$(uname -m)" in
  x86_64 | aarch64) ;;
  *) refuse "本机是 $(uname -m) 架构，镇鉴目前只有 x86_64 和 aarch64（飞腾、鲲鹏、海光、兆芯等）的安装包，" ;;
esac
found=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^[^0-9]*//')
oldest=$(printf '%s\n%s\n' "$needed" "${found:-0}" | sort -V | head -n 1)
[ "$oldest" = "$needed" ] ||
  refuse "需要系统运行库 glibc $needed 或以上，本机是 ${found:-未知}；请升级系统，或向提供本软件的人索取适合老系统的安装包。"
