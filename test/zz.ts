import { openWorkbook } from "../src/files/open";
import { openArchive } from "../src/files/archive";
import { openOfficePackage } from "../src/files/office-open";
import { readParts } from "../src/files/sheetjs";
import { LIMITS } from "../src/files/limits";
import { checkWorkbook } from "../src/check/check";
import { packs } from "../src/policy/library";
import * as X from "@e965/xlsx";
import fs from "fs";
const b=new Uint8Array(fs.readFileSync("/tmp/files/log.xlsx"));
const cpu=<T>(n:string,f:()=>T):T=>{const s=process.cpuUsage();const r=f();const {user,system}=process.cpuUsage(s);console.log(n,Math.round((user+system)/1000));return r;};
for(let i=0;i<2;i++){
const p=cpu(" archive",()=>openArchive(b,LIMITS));const o=cpu(" package",()=>openOfficePackage(p));cpu(" library",()=>readParts(o.parts));
const w=cpu("open",()=>openWorkbook(b,"log.xlsx"));
cpu("check",()=>checkWorkbook(w,packs,{asOf:"2025-01-01"}));
cpu("XLSX.read",()=>X.read(b,{dense:true}));}
