import { openWorkbook } from "../src/files/open";
import { checkWorkbook } from "../src/check/check";
import { packs } from "../src/policy/library";
import * as X from "@e965/xlsx";
import fs from "fs";
const b=new Uint8Array(fs.readFileSync("/tmp/files/log.xlsx"));
const cpu=(n:string,f:()=>unknown)=>{const s=process.cpuUsage();const r=f();const {user,system}=process.cpuUsage(s);console.log(n,Math.round((user+system)/1000));return r;};
for(let i=0;i<2;i++){
const w=cpu("open",()=>openWorkbook(b,"log.xlsx")) as ReturnType<typeof openWorkbook>;
cpu("check",()=>checkWorkbook(w,packs,{asOf:"2025-01-01"}));
cpu("XLSX.read",()=>X.read(b,{dense:true}));}
