autocmd BufNewFile,BufRead *.assay setfiletype assay
